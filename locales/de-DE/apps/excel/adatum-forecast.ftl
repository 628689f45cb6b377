# @open-in-the-excel-store

# @excel-for-the-web
excel-for-the-web = Excel für das Web

# @adatum-forecast-adds-demand-forecasts-to

# @portugal
portugal = Portugal

# @proseware-cloud
proseware-cloud = Proseware Cloud

# @reads-the-workbook-that-is-open

# @the-figures-in-the-selected-range

# @show-in-a-new-tab

