# @apps-for-microsoft-365-with-a

# @a-list-of-all-apps-whose

# @apps-with-a-profile
apps-with-a-profile = Apps mit Profil

# @every-app-in-this-list-has

# @all-apps
all-apps = Alle Apps

# @app
app = **App**

# @publisher-023d
publisher-023d = **Herausgeber**

# @works-in
works-in = **Läuft in**

# @status
status = **Status**

# @reviewed
reviewed = **Geprüft**

# @contoso-crm

# @contoso
contoso = Contoso

# @certified
certified = Zertifiziert

# @northwind-inventory

# @northwind-traders
northwind-traders = Northwind Traders

# @attested
attested = Bestätigt

# @fabrikam-mail-guard-1c04

# @fabrikam
fabrikam = Fabrikam

# @adatum-forecast-3198

# @adatum
adatum = Adatum

# @next-steps
next-steps = Nächste Schritte

# @to-have-your-own-app-listed

# @to-withdraw-an-app-write-to

