# @open-in-the-excel-store

# @excel-for-the-web

# @adatum-forecast-adds-demand-forecasts-to

# @portugal
portugal = Portugal

# @proseware-cloud

# @reads-the-workbook-that-is-open

# @the-figures-in-the-selected-range

# @show-in-a-new-tab

