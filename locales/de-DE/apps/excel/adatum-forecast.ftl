excel-for-the-web = Excel für das Web
portugal = Portugal
proseware-cloud = Proseware Cloud
