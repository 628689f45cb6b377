application-profile-of-adatum-forecast-by = Profil de l’application Adatum Forecast d’Adatum
what-adatum-has-declared-about-the = Ce qu’Adatum a déclaré sur la sécurité, la conformité et le traitement des données d’Adatum Forecast, y compris ses autorisations et la manière dont les utilisateurs sont connectés.
the-developer-last-reviewed-this-page = Dernière révision de cette page par le développeur : 3 mai 2021
open-in-the-excel-store = <a href="https://excel.example.com/addins/90ae57d2-3c18-4fb6-a07d-58d21ec9b034" target="_blank">Ouvrir dans la boutique Excel</a>
open-in-the-marketplace = <a href="https://store.example.com/product/WA200009104" target="_blank">Ouvrir dans la place de marché</a>
adatum-has-told-the-catalog-team = Adatum a communiqué à l’équipe du catalogue les informations suivantes sur Adatum Forecast :
excel-for-the-web = Excel pour le web
adatum-forecast-adds-demand-forecasts-to = Adatum Forecast ajoute des prévisions de la demande à un classeur. L’application lit la plage sélectionnée, envoie les chiffres au service de prévision et écrit le résultat dans une nouvelle feuille.
portugal = Portugal
proseware-cloud = Proseware Cloud
here-adatum-explains-which-data-adatum = Adatum explique ici quelles données Adatum Forecast collecte, où ces données sont conservées et dans quelle mesure votre organisation en garde le contrôle.
reads-the-workbook-that-is-open = Lit le classeur ouvert.
the-figures-in-the-selected-range = Les chiffres de la plage sélectionnée sont envoyés au service de prévision de Lamna Healthcare Analytics. Les en-têtes de colonne sont préalablement remplacés par des nombres.
show-in-a-new-tab = <a href="https://catalog.example.com/#/dashboard/41004" target="_blank">Afficher dans un nouvel onglet</a>
here-adatum-explains-how-adatum-forecast = Adatum explique ici comment Adatum Forecast connecte les utilisateurs et comment l’application est inscrite.
