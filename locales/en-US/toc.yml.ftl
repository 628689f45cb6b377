### toc.yml

# name (yaml)
profiles = Profiles

# items › name (yaml)
overview-of-all-apps = Overview of all apps

# items › name (yaml)
guide-how-to-get-an-app = Guide: how to get an app certified

# items › name (yaml)
publisher-portal = Publisher portal
