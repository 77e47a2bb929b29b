package research_test

import "klantreis/internal/journey"

func seeMetrics(in struct {
	Posts     *float64 `json:"posts"`
	Comments  *float64 `json:"comments"`
	Shares    *float64 `json:"shares"`
	Likes     *float64 `json:"likes"`
	Visits    *float64 `json:"socialVisits"`
	GoalValue *float64 `json:"goalValueEUR"`
}) any {
	m := journey.SocialFigures{
		Posts: in.Posts, Comments: in.Comments, Shares: in.Shares, Likes: in.Likes, Visits: in.Visits, GoalValue: in.GoalValue,
	}.Measures()
	return object{
		"conversationRate": m.Conversation, "amplificationRate": m.Amplification, "applauseRate": m.Applause, "economicValuePerVisitEUR": m.ValuePerVisit,
	}
}

func webMetrics(in struct {
	Impressions      *float64 `json:"impressions"`
	Clicks           *float64 `json:"clicks"`
	Visits           *float64 `json:"visits"`
	Pageviews        *float64 `json:"pageviews"`
	Conversions      *float64 `json:"totalConversions"`
	Assisted         *float64 `json:"assistedConversions"`
	LastClicks       *float64 `json:"lastClickConversions"`
	CheckoutsStarted *float64 `json:"checkoutsStarted"`
	OrdersCompleted  *float64 `json:"ordersCompleted"`
	VisitsFromLoyal  *float64 `json:"visitsFromLoyal"`
	Customers        *float64 `json:"customers"`
	RepeatCustomers  *float64 `json:"customersWith2plus"`
}) any {
	m := journey.WebFigures{
		Impressions: in.Impressions, Clicks: in.Clicks, Visits: in.Visits, Pageviews: in.Pageviews, VisitsFromLoyal: in.VisitsFromLoyal,
		Conversions: in.Conversions, AssistedConversions: in.Assisted, LastClicks: in.LastClicks,
		CheckoutsStarted: in.CheckoutsStarted, OrdersCompleted: in.OrdersCompleted, Customers: in.Customers, RepeatCustomers: in.RepeatCustomers,
	}.Measures()
	return object{
		"ctr": m.ClickThrough, "pageDepth": m.PageDepth, "percentAssisted": m.Assisted, "assistedToLastClickRatio": m.AssistedToLastClick,
		"checkoutAbandonment": m.CheckoutAbandonment, "conversionRate": m.Conversion, "visitorLoyaltyShare": m.VisitorLoyalty,
		"repeatPurchaseRate": m.RepeatPurchase,
	}
}
