module klantreis

go 1.26

ignore (
	./e2e/node_modules
	./web/node_modules
)
