certified-apps = Applications certifiées
choose-what-you-want-to-know = Choisissez ce que vous souhaitez savoir sur l’application
general = Généralités
data-handling = Traitement des données
attested-apps = Applications attestées
cloud-catalog = Catalogue cloud
