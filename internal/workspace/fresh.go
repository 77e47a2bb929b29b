package workspace

// Fresh gives a new workspace with one member, who owns it. NewID makes ids. It is not checked.
func Fresh(name, member string, locales []Locale, currency string, newID func() string) *Workspace {
	return &Workspace{
		ID: newID(), Name: name, Organisation: Organisation{Name: name}, Locales: locales, Currency: currency,
		Members: []*Member{{ID: newID(), Name: member, Role: "owner"}},
	}
}

// Me is what the first member of a workspace is called who gave no name, in its first language.
func Me(locales []Locale) string {
	if len(locales) > 0 && locales[0] == "nl" {
		return "Ik"
	}
	return "Me"
}
