# @apps-for-microsoft-365-with-a
apps-for-microsoft-365-with-a = Applications pour Microsoft 365 dotées d’un profil

# @a-list-of-all-apps-whose
a-list-of-all-apps-whose = Liste de toutes les applications dont l’éditeur a décrit la manière dont elles traitent les données.

# @apps-with-a-profile
apps-with-a-profile = Applications dotées d’un profil

# @every-app-in-this-list-has
every-app-in-this-list-has =
    Chaque application de cette liste possède un profil rempli par son éditeur. Les applications certifiées ont en outre été
    vérifiées par un analyste ; pour les applications attestées, seul l’éditeur se porte garant des réponses.

# @all-apps
all-apps = Toutes les applications

# @app
app = **Application**

# @publisher-023d
publisher-023d = **Éditeur**

# @works-in
works-in = **Disponible dans**

# @status
status = **Statut**

# @reviewed
reviewed = **Révision**

# @contoso-crm
contoso-crm = [Contoso CRM](./teams/contoso-crm.md)

# @contoso
contoso = Contoso

# @certified
certified = Certifiée

# @northwind-inventory
northwind-inventory = [Northwind Inventory](./teams/northwind-inventory.md)

# @northwind-traders
northwind-traders = Northwind Traders

# @attested
attested = Attestée

# @fabrikam-mail-guard-1c04
fabrikam-mail-guard-1c04 = [Fabrikam Mail Guard](./outlook/fabrikam-mail-guard.md)

# @fabrikam
fabrikam = Fabrikam

# @adatum-forecast-3198
adatum-forecast-3198 = [Adatum Forecast](./excel/adatum-forecast.md)

# @adatum
adatum = Adatum

# @next-steps
next-steps = Étapes suivantes

# @to-have-your-own-app-listed
to-have-your-own-app-listed = Pour faire figurer votre propre application dans la liste, consultez le [guide de certification](../docs/certification-guide.md).

# @to-withdraw-an-app-write-to
to-withdraw-an-app-write-to = Pour retirer une application, écrivez à l’adresse [catalog@contoso.com](mailto:catalog@contoso.com).

