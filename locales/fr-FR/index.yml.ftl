# @find-out-how-an-app-handles
find-out-how-an-app-handles = Découvrez comment une application traite les données de votre organisation, ou faites certifier votre propre application.

# @app-certification-for-microsoft-365
app-certification-for-microsoft-365 = Certification des applications pour Microsoft 365

# @profiles-of-apps-and-guidance-for
profiles-of-apps-and-guidance-for = Profils d’applications et conseils aux éditeurs : sécurité, conformité, confidentialité et identité.

# @for-administrators
for-administrators = Pour les administrateurs

# @see-all-apps-with-a-profile
see-all-apps-with-a-profile = Voir toutes les applications dotées d’un profil

# @read-a-certified-profile
read-a-certified-profile = Lire un profil certifié

# @get-an-app-certified
get-an-app-certified = Faire certifier une application

# @certification-what-an-analyst-checks
certification-what-an-analyst-checks = Certification : ce que vérifie un analyste

