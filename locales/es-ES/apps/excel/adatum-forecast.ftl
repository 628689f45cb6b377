application-profile-of-adatum-forecast-by = Perfil de la aplicación Adatum Forecast de Adatum
what-adatum-has-declared-about-the = Lo que Adatum ha declarado sobre la seguridad, el cumplimiento y el tratamiento de datos de Adatum Forecast, incluidos sus permisos y el modo en que inicia la sesión de los usuarios.
the-developer-last-reviewed-this-page = Última revisión de esta página por parte del desarrollador: 3 de mayo de 2021
portugal = Portugal
