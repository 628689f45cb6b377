# @certified-apps
certified-apps = Zertifizierte Apps

# @choose-what-you-want-to-know
choose-what-you-want-to-know = Wählen Sie aus, was Sie über die App wissen möchten

# @general
general = Allgemein

# @data-handling
data-handling = Umgang mit Daten

# @attested-apps
attested-apps = Bestätigte Apps

# @cloud-catalog
cloud-catalog = Cloudkatalog

