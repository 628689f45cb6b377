### apps/teams-apps.md

# front matter › title
apps-for-microsoft-365-with-a = Apps for Microsoft 365 with a profile

# front matter › description
a-list-of-all-apps-whose = A list of all apps whose publishers have described how they handle data.

# heading
apps-with-a-profile = Apps with a profile

# Apps with a profile (paragraph)
every-app-in-this-list-has =
    Every app in this list has a profile that its publisher has filled in. Certified apps have also been
    checked by an analyst; for attested apps the publisher alone vouches for the answers.

# Apps with a profile (heading)
all-apps = All apps

# All apps (cell)
app = **App**

# All apps › App (cell)
publisher-023d = **Publisher**

# All apps › App (cell)
works-in = **Works in**

# All apps › App (cell)
status = **Status**

# All apps › App (cell)
reviewed = **Reviewed**

# All apps (cell)
contoso-crm = [Contoso CRM](./teams/contoso-crm.md)

# All apps › Contoso CRM (cell)
contoso = Contoso

# All apps › Contoso CRM (cell)
certified = Certified

# All apps (cell)
northwind-inventory = [Northwind Inventory](./teams/northwind-inventory.md)

# All apps › Northwind Inventory (cell)
northwind-traders = Northwind Traders

# All apps › Northwind Inventory (cell)
attested = Attested

# All apps (cell)
fabrikam-mail-guard-1c04 = [Fabrikam Mail Guard](./outlook/fabrikam-mail-guard.md)

# All apps › Fabrikam Mail Guard (cell)
fabrikam = Fabrikam

# All apps (cell)
adatum-forecast-3198 = [Adatum Forecast](./excel/adatum-forecast.md)

# All apps › Adatum Forecast (cell)
adatum = Adatum

# Apps with a profile (heading)
next-steps = Next steps

# Next steps (list-item)
to-have-your-own-app-listed = To have your own app listed, read the [certification guide](../docs/certification-guide.md).

# Next steps (list-item)
to-withdraw-an-app-write-to = To withdraw an app, write to [catalog@contoso.com](mailto:catalog@contoso.com).
