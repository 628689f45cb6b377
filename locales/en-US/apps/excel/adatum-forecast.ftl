### apps/excel/adatum-forecast.md

# front matter › title
application-profile-of-adatum-forecast-by = Application profile of Adatum Forecast by Adatum

# front matter › description
what-adatum-has-declared-about-the = What Adatum has declared about the security, compliance, and data handling of Adatum Forecast, including its permissions and the way it signs users in.

# Adatum Forecast (html)
the-developer-last-reviewed-this-page = The developer last reviewed this page on: May 3, 2021

# Adatum Forecast (list-item)
open-in-the-excel-store = <a href="https://excel.example.com/addins/90ae57d2-3c18-4fb6-a07d-58d21ec9b034" target="_blank">Open in the Excel store</a>

# Adatum Forecast (list-item)
open-in-the-marketplace = <a href="https://store.example.com/product/WA200009104" target="_blank">Open in the marketplace</a>

# General facts (paragraph)
adatum-has-told-the-catalog-team = Adatum has told the catalog team the following about Adatum Forecast:

# General facts › Microsoft 365 clients that can run the app (cell)
excel-for-the-web = Excel for the web

# General facts › What the app is for (cell)
adatum-forecast-adds-demand-forecasts-to = Adatum Forecast adds demand forecasts to a workbook. It reads the selected range, sends the figures to the forecasting service, and writes the result to a new sheet.

# General facts › Country or region of the head office (cell)
portugal = Portugal

# General facts › Which cloud providers host the app or parts of it? (cell)
proseware-cloud = Proseware Cloud

# How data is handled (paragraph)
here-adatum-explains-which-data-adatum = Here Adatum explains which data Adatum Forecast collects, where the data is kept, and how far your organization stays in control of it.

# How data is handled › Permissions in Microsoft Graph › Files.Read (cell)
reads-the-workbook-that-is-open = Reads the workbook that is open.

# How data is handled › Other services (quote)
the-figures-in-the-selected-range = The figures in the selected range are sent to the forecasting service of Lamna Healthcare Analytics. Column headers are replaced by numbers first.

# How data is handled › People with access to data (paragraph)
show-in-a-new-tab = <a href="https://catalog.example.com/#/dashboard/41004" target="_blank">Show in a new tab</a>

# Identity (paragraph)
here-adatum-explains-how-adatum-forecast = Here Adatum explains how Adatum Forecast signs users in and how it is registered.
