# @apps-for-microsoft-365-with-a

# @a-list-of-all-apps-whose

# @apps-with-a-profile
apps-with-a-profile = プロファイルのあるアプリ

# @every-app-in-this-list-has

# @all-apps
all-apps = すべてのアプリ

# @app

# @publisher-023d

# @works-in

# @status

# @reviewed

# @contoso-crm

# @contoso
contoso = Contoso

# @certified

# @northwind-inventory

# @northwind-traders
northwind-traders = Northwind Traders

# @attested

# @fabrikam-mail-guard-1c04

# @fabrikam
fabrikam = Fabrikam

# @adatum-forecast-3198

# @adatum
adatum = Adatum

# @next-steps
next-steps = 次の手順

# @to-have-your-own-app-listed

# @to-withdraw-an-app-write-to

