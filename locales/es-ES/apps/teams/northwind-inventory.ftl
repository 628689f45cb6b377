# @northwind-inventory-shows-stock-levels-per

# @canada
canada = Canadá

# @article-numbers-and-stock-levels

# @n-90-days
n-90-days = 90 días

# @links-a-warehouse-with-the-channel

# @reads-the-stock-lists-that-a

# @show-in-a-new-tab-fa0f

# @require-multifactor-authentication

