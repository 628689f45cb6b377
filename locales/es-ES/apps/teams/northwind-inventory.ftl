application-profile-of-northwind-inventory-by = Perfil de la aplicación Northwind Inventory de Northwind Traders
what-northwind-traders-has-declared-about = Lo que Northwind Traders ha declarado sobre la seguridad, el cumplimiento y el tratamiento de datos de Northwind Inventory, incluidos sus permisos y el modo en que inicia la sesión de los usuarios.
the-developer-last-reviewed-this-page-d992 = Última revisión de esta página por parte del desarrollador: 16 de marzo de 2021
canada = Canadá
n-90-days = 90 días
