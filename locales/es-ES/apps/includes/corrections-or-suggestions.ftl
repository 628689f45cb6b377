something-wrong-on-this-page = ¿Hay algún error en esta página?
