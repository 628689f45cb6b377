portugal = Portugal
