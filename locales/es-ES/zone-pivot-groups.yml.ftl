# @certified-apps
certified-apps = Aplicaciones certificadas

# @choose-what-you-want-to-know
choose-what-you-want-to-know = Elija lo que desea saber sobre la aplicación

# @general
general = General

# @data-handling
data-handling = Tratamiento de datos

# @attested-apps
attested-apps = Aplicaciones atestadas

# @cloud-catalog
cloud-catalog = Catálogo de nube

