# @apps-for-microsoft-365-with-a
apps-for-microsoft-365-with-a = Aplicaciones para Microsoft 365 con perfil

# @a-list-of-all-apps-whose
a-list-of-all-apps-whose = Lista de todas las aplicaciones cuyos editores han descrito cómo tratan los datos.

# @apps-with-a-profile
apps-with-a-profile = Aplicaciones con perfil

# @every-app-in-this-list-has

# @all-apps
all-apps = Todas las aplicaciones

# @app
app = **Aplicación**

# @publisher-023d
publisher-023d = **Editor**

# @works-in
works-in = **Funciona en**

# @status
status = **Estado**

# @reviewed
reviewed = **Revisión**

# @contoso-crm

# @contoso
contoso = Contoso

# @certified
certified = Certificada

# @northwind-inventory

# @northwind-traders
northwind-traders = Northwind Traders

# @attested
attested = Atestada

# @fabrikam-mail-guard-1c04

# @fabrikam
fabrikam = Fabrikam

# @adatum-forecast-3198

# @adatum
adatum = Adatum

# @next-steps
next-steps = Pasos siguientes

# @to-have-your-own-app-listed

# @to-withdraw-an-app-write-to

