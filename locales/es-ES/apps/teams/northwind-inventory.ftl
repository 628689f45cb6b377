canada = Canadá
n-90-days = 90 días
