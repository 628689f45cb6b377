apps-with-a-profile = プロファイルのあるアプリ
all-apps = すべてのアプリ
contoso = Contoso
northwind-traders = Northwind Traders
fabrikam = Fabrikam
adatum = Adatum
next-steps = 次の手順
