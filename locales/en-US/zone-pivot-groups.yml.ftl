### zone-pivot-groups.yml

# groups › title (yaml)
certified-apps = Certified apps

# groups › prompt (yaml)
choose-what-you-want-to-know = Choose what you want to know about the app

# groups › pivots › title (yaml)
general = General

# groups › pivots › title (yaml)
data-handling = Data handling

# groups › title (yaml)
attested-apps = Attested apps

# groups › pivots › title (yaml)
cloud-catalog = Cloud catalog
