# @certified-apps
certified-apps = Applications certifiées

# @choose-what-you-want-to-know
choose-what-you-want-to-know = Choisissez ce que vous souhaitez savoir sur l’application

# @general
general = Généralités

# @data-handling
data-handling = Traitement des données

# @attested-apps
attested-apps = Applications attestées

# @cloud-catalog
cloud-catalog = Catalogue cloud

