package workspace

// Fresh gives a new workspace with one member, who owns it. NewID makes ids. It is not checked.
func Fresh(name, member string, locales []Locale, currency string, newID func() string) *Workspace {
	return &Workspace{
		ID: newID(), Name: name, Organisation: Organisation{Name: name}, Locales: locales, Currency: currency,
		Members:  []*Member{{ID: newID(), Name: member, Role: "owner"}},
		Channels: usualChannels(),
	}
}

// usualChannels are ways of contact that most organisations know, to choose from at once; the settings change them.
// Their ids, like that of the fixed channel, are the same in every workspace; each has an icon.
func usualChannels() []*Channel {
	channel := func(id, nl, en, kind, mode string) *Channel {
		return &Channel{ID: "ch-" + id, Name: Text{NL: nl, EN: en}, Kind: kind, Mode: mode}
	}
	return []*Channel{
		channel("website", "Website", "Website", "owned", "online"),
		channel("search", "Zoekmachine", "Search engine", "earned", "online"),
		channel("social", "Sociale media", "Social media", "owned", "online"),
		channel("ads", "Online advertenties", "Online ads", "paid", "online"),
		channel("email", "E-mail en nieuwsbrief", "E-mail and newsletter", "owned", "online"),
		channel("messaging", "Berichtendienst", "Messaging", "owned", "online"),
		channel("phone", "Telefoon", "Phone", "owned", "offline"),
		channel("store", "Winkel of kantoor", "Shop or office", "owned", "offline"),
		channel("event", "Evenement", "Event", "owned", "offline"),
		channel("print", "Folder en drukwerk", "Leaflet and print", "paid", "offline"),
		channel("word", "Mond-tot-mond", "Word of mouth", "earned", "offline"),
	}
}

// Me is what the first member of a workspace is called who gave no name, in its first language.
func Me(locales []Locale) string {
	if len(locales) > 0 && locales[0] == "nl" {
		return "Ik"
	}
	return "Me"
}
