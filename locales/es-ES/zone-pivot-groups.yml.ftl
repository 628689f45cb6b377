certified-apps = Aplicaciones certificadas
choose-what-you-want-to-know = Elija lo que desea saber sobre la aplicación
general = General
data-handling = Tratamiento de datos
attested-apps = Aplicaciones atestadas
cloud-catalog = Catálogo de nube
