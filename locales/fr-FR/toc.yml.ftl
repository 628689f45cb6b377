profiles = Profils
overview-of-all-apps = Vue d’ensemble de toutes les applications
guide-how-to-get-an-app = Guide : comment faire certifier une application
publisher-portal = Portail des éditeurs
