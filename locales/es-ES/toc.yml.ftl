profiles = Perfiles
overview-of-all-apps = Información general de todas las aplicaciones
guide-how-to-get-an-app = Guía: cómo certificar una aplicación
publisher-portal = Portal de editores
