### apps/teams/northwind-inventory.md

# General facts › What the app is for (cell)
northwind-inventory-shows-stock-levels-per = Northwind Inventory shows stock levels per warehouse in a channel tab and warns the purchasing team when an article runs low.

# General facts › Country or region of the head office (cell)
canada = Canada

# How data is handled › What kinds of data does the app process? (cell)
article-numbers-and-stock-levels = Article numbers and stock levels

# How data is handled › How long is customer data kept after a subscription ends? (cell)
n-90-days = 90 days

# How data is handled › Permissions in Microsoft Graph › Channel.ReadBasic.All (cell)
links-a-warehouse-with-the-channel = Links a warehouse with the channel in which it is discussed.

# How data is handled › Permissions in Microsoft Graph › Sites.Read.All (cell)
reads-the-stock-lists-that-a = Reads the stock lists that a team keeps in SharePoint.

# Identity › Which kinds of policies have been tested? (cell)
require-multifactor-authentication = Require multifactor authentication
