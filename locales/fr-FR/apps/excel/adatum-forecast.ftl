# @open-in-the-excel-store
open-in-the-excel-store = <a href="https://excel.example.com/addins/90ae57d2-3c18-4fb6-a07d-58d21ec9b034" target="_blank">Ouvrir dans la boutique Excel</a>

# @excel-for-the-web
excel-for-the-web = Excel pour le web

# @adatum-forecast-adds-demand-forecasts-to
adatum-forecast-adds-demand-forecasts-to = Adatum Forecast ajoute des prévisions de la demande à un classeur. L’application lit la plage sélectionnée, envoie les chiffres au service de prévision et écrit le résultat dans une nouvelle feuille.

# @portugal
portugal = Portugal

# @proseware-cloud
proseware-cloud = Proseware Cloud

# @reads-the-workbook-that-is-open
reads-the-workbook-that-is-open = Lit le classeur ouvert.

# @the-figures-in-the-selected-range
the-figures-in-the-selected-range = Les chiffres de la plage sélectionnée sont envoyés au service de prévision de Lamna Healthcare Analytics. Les en-têtes de colonne sont préalablement remplacés par des nombres.

