canada = Kanada
n-90-days = 90 Tage
