# @find-out-how-an-app-handles
find-out-how-an-app-handles = Erfahren Sie, wie eine App mit den Daten Ihrer Organisation umgeht, oder lassen Sie Ihre eigene App zertifizieren.

# @app-certification-for-microsoft-365
app-certification-for-microsoft-365 = App-Zertifizierung für Microsoft 365

# @profiles-of-apps-and-guidance-for
profiles-of-apps-and-guidance-for = Profile von Apps und Hinweise für Herausgeber: Sicherheit, Compliance, Datenschutz und Identität.

# @for-administrators
for-administrators = Für Administratoren

# @see-all-apps-with-a-profile
see-all-apps-with-a-profile = Alle Apps mit Profil anzeigen

# @read-a-certified-profile
read-a-certified-profile = Ein zertifiziertes Profil lesen

# @get-an-app-certified
get-an-app-certified = Eine App zertifizieren lassen

# @certification-what-an-analyst-checks
certification-what-an-analyst-checks = Zertifizierung: Was ein Analyst prüft

