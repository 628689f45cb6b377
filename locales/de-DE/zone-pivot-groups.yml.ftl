certified-apps = Zertifizierte Apps
choose-what-you-want-to-know = Wählen Sie aus, was Sie über die App wissen möchten
general = Allgemein
data-handling = Umgang mit Daten
attested-apps = Bestätigte Apps
cloud-catalog = Cloudkatalog
