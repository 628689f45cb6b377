# @northwind-inventory-shows-stock-levels-per
northwind-inventory-shows-stock-levels-per = Northwind Inventory affiche les niveaux de stock par entrepôt dans un onglet de canal et avertit l’équipe des achats lorsqu’un article vient à manquer.

# @canada
canada = Canada

# @article-numbers-and-stock-levels
article-numbers-and-stock-levels = Références d’articles et niveaux de stock

# @n-90-days
n-90-days = 90 jours

# @links-a-warehouse-with-the-channel
links-a-warehouse-with-the-channel = Associe un entrepôt au canal dans lequel il en est question.

# @reads-the-stock-lists-that-a
reads-the-stock-lists-that-a = Lit les listes de stock qu’une équipe tient à jour dans SharePoint.

# @show-in-a-new-tab-fa0f
show-in-a-new-tab-fa0f = <a href="https://catalog.example.com/#/dashboard/41002" target="_blank">Afficher dans un nouvel onglet</a>

# @require-multifactor-authentication
require-multifactor-authentication = Exiger l’authentification multifacteur

