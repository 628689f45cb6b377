### apps/teams/northwind-inventory.md

# front matter › title
application-profile-of-northwind-inventory-by = Application profile of Northwind Inventory by Northwind Traders

# front matter › description
what-northwind-traders-has-declared-about = What Northwind Traders has declared about the security, compliance, and data handling of Northwind Inventory, including its permissions and the way it signs users in.

# Northwind Inventory (html)
the-developer-last-reviewed-this-page-d992 = The developer last reviewed this page on: March 16, 2021

# Northwind Inventory (list-item)
open-in-the-teams-store-7560 = <a href="https://teams.example.com/l/app/e80d3f6a-4b52-47c9-b1de-6a0c7f295d81" target="_blank">Open in the Teams store</a>

# Northwind Inventory (list-item)
open-in-the-marketplace-b63a = <a href="https://store.example.com/product/WA200009102" target="_blank">Open in the marketplace</a>

# General facts (paragraph)
northwind-traders-has-told-the-catalog = Northwind Traders has told the catalog team the following about Northwind Inventory:

# General facts › What the app is for (cell)
northwind-inventory-shows-stock-levels-per = Northwind Inventory shows stock levels per warehouse in a channel tab and warns the purchasing team when an article runs low.

# General facts › Country or region of the head office (cell)
canada = Canada

# How data is handled (paragraph)
here-northwind-traders-explains-which-data = Here Northwind Traders explains which data Northwind Inventory collects, where the data is kept, and how far your organization stays in control of it.

# How data is handled › What kinds of data does the app process? (cell)
article-numbers-and-stock-levels = Article numbers and stock levels

# How data is handled › How long is customer data kept after a subscription ends? (cell)
n-90-days = 90 days

# How data is handled › Permissions in Microsoft Graph › Channel.ReadBasic.All (cell)
links-a-warehouse-with-the-channel = Links a warehouse with the channel in which it is discussed.

# How data is handled › Permissions in Microsoft Graph › Sites.Read.All (cell)
reads-the-stock-lists-that-a = Reads the stock lists that a team keeps in SharePoint.

# How data is handled › People with access to data (paragraph)
show-in-a-new-tab-fa0f = <a href="https://catalog.example.com/#/dashboard/41002" target="_blank">Show in a new tab</a>

# Identity (paragraph)
here-northwind-traders-explains-how-northwind = Here Northwind Traders explains how Northwind Inventory signs users in and how it is registered.

# Identity › Which kinds of policies have been tested? (cell)
require-multifactor-authentication = Require multifactor authentication
