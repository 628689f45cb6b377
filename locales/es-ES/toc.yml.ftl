# @profiles
profiles = Perfiles

# @overview-of-all-apps
overview-of-all-apps = Información general de todas las aplicaciones

# @guide-how-to-get-an-app
guide-how-to-get-an-app = Guía: cómo certificar una aplicación

# @publisher-portal
publisher-portal = Portal de editores

