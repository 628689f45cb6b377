# @find-out-how-an-app-handles
find-out-how-an-app-handles = Averigüe cómo trata una aplicación los datos de su organización o certifique su propia aplicación.

# @app-certification-for-microsoft-365
app-certification-for-microsoft-365 = Certificación de aplicaciones para Microsoft 365

# @profiles-of-apps-and-guidance-for
profiles-of-apps-and-guidance-for = Perfiles de aplicaciones y orientación para editores: seguridad, cumplimiento, privacidad e identidad.

# @for-administrators
for-administrators = Para administradores

# @see-all-apps-with-a-profile
see-all-apps-with-a-profile = Ver todas las aplicaciones con perfil

# @read-a-certified-profile
read-a-certified-profile = Leer un perfil certificado

# @get-an-app-certified
get-an-app-certified = Certificar una aplicación

# @certification-what-an-analyst-checks
certification-what-an-analyst-checks = Certificación: qué comprueba un analista

