# @profiles
profiles = Profils

# @overview-of-all-apps
overview-of-all-apps = Vue d’ensemble de toutes les applications

# @guide-how-to-get-an-app
guide-how-to-get-an-app = Guide : comment faire certifier une application

# @publisher-portal
publisher-portal = Portail des éditeurs

