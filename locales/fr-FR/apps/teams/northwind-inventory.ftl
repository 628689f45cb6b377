application-profile-of-northwind-inventory-by = Profil de l’application Northwind Inventory de Northwind Traders
what-northwind-traders-has-declared-about = Ce que Northwind Traders a déclaré sur la sécurité, la conformité et le traitement des données de Northwind Inventory, y compris ses autorisations et la manière dont les utilisateurs sont connectés.
the-developer-last-reviewed-this-page-d992 = Dernière révision de cette page par le développeur : 16 mars 2021
open-in-the-teams-store-7560 = <a href="https://teams.example.com/l/app/e80d3f6a-4b52-47c9-b1de-6a0c7f295d81" target="_blank">Ouvrir dans la boutique Teams</a>
open-in-the-marketplace-b63a = <a href="https://store.example.com/product/WA200009102" target="_blank">Ouvrir dans la place de marché</a>
northwind-traders-has-told-the-catalog = Northwind Traders a communiqué à l’équipe du catalogue les informations suivantes sur Northwind Inventory :
northwind-inventory-shows-stock-levels-per = Northwind Inventory affiche les niveaux de stock par entrepôt dans un onglet de canal et avertit l’équipe des achats lorsqu’un article vient à manquer.
canada = Canada
here-northwind-traders-explains-which-data = Northwind Traders explique ici quelles données Northwind Inventory collecte, où ces données sont conservées et dans quelle mesure votre organisation en garde le contrôle.
article-numbers-and-stock-levels = Références d’articles et niveaux de stock
n-90-days = 90 jours
links-a-warehouse-with-the-channel = Associe un entrepôt au canal dans lequel il en est question.
reads-the-stock-lists-that-a = Lit les listes de stock qu’une équipe tient à jour dans SharePoint.
show-in-a-new-tab-fa0f = <a href="https://catalog.example.com/#/dashboard/41002" target="_blank">Afficher dans un nouvel onglet</a>
here-northwind-traders-explains-how-northwind = Northwind Traders explique ici comment Northwind Inventory connecte les utilisateurs et comment l’application est inscrite.
require-multifactor-authentication = Exiger l’authentification multifacteur
