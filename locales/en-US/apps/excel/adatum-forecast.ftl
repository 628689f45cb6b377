### apps/excel/adatum-forecast.md

# Adatum Forecast (list-item)
open-in-the-excel-store = <a href="https://excel.example.com/addins/90ae57d2-3c18-4fb6-a07d-58d21ec9b034" target="_blank">Open in the Excel store</a>

# General facts › Microsoft 365 clients that can run the app (cell)
excel-for-the-web = Excel for the web

# General facts › What the app is for (cell)
adatum-forecast-adds-demand-forecasts-to = Adatum Forecast adds demand forecasts to a workbook. It reads the selected range, sends the figures to the forecasting service, and writes the result to a new sheet.

# General facts › Country or region of the head office (cell)
portugal = Portugal

# General facts › Which cloud providers host the app or parts of it? (cell)
proseware-cloud = Proseware Cloud

# How data is handled › Permissions in Microsoft Graph › Files.Read (cell)
reads-the-workbook-that-is-open = Reads the workbook that is open.

# How data is handled › Other services (quote)
the-figures-in-the-selected-range = The figures in the selected range are sent to the forecasting service of Lamna Healthcare Analytics. Column headers are replaced by numbers first.
