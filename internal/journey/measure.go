package journey

// Measures are ratios of two figures of the same period. A figure that is missing is nil, and so is
// a ratio that lacks one of its figures or would divide by 0: empty is not zero.

// Ratio is part ÷ whole; nil when either is missing or whole is 0. Method: own.
func Ratio(part, whole *float64) *float64 {
	if part == nil || whole == nil || *whole == 0 {
		return nil
	}
	return new(*part / *whole)
}

// rest is what a share leaves: 1 − share; nil without a share.
func rest(share *float64) *float64 {
	if share == nil {
		return nil
	}
	return new(1 - *share)
}

// AudienceSizes are how many people the four stages of See-Think-Do-Care address, 0 or more.
type AudienceSizes struct {
	See, Think, Do, Care *float64
}

// AudienceRates are what part of an audience is in the next stage, and from the first to the last.
// Above 1 an audience holds more people than the one it is part of, which the journey warns about.
type AudienceRates struct {
	SeeThink, ThinkDo, DoCare, Overall *float64
}

// Rates gives the share of each audience in the one before. Source: Kaushik, See-Think-Do: A
// Content, Marketing, Measurement Business Framework, 2013, with Care of 2015.
func (a AudienceSizes) Rates() AudienceRates {
	return AudienceRates{
		SeeThink: Ratio(a.Think, a.See),
		ThinkDo:  Ratio(a.Do, a.Think),
		DoCare:   Ratio(a.Care, a.Do),
		Overall:  Ratio(a.Care, a.See),
	}
}

// SocialFigures are what posts brought in a period, 0 or more each.
type SocialFigures struct {
	Posts, Comments, Shares, Likes *float64
	Visits                         *float64 // that came from the posts
	GoalValue                      *float64 // what these visits were worth, in the workspace's currency
}

// SocialMeasures judge the See stage: reactions per post, and money per visit.
type SocialMeasures struct {
	Conversation, Amplification, Applause, ValuePerVisit *float64
}

// Measures gives comments, shares and likes per post (0 or more; they may exceed 1) and the
// economic value per visit. Source: Kaushik, Best Social Media Metrics: Conversation,
// Amplification, Applause, Economic Value, 2011.
func (f SocialFigures) Measures() SocialMeasures {
	return SocialMeasures{
		Conversation:  Ratio(f.Comments, f.Posts),
		Amplification: Ratio(f.Shares, f.Posts),
		Applause:      Ratio(f.Likes, f.Posts),
		ValuePerVisit: Ratio(f.GoalValue, f.Visits),
	}
}

// WebFigures are counts of web statistics and the shop in one period, 0 or more each.
type WebFigures struct {
	Impressions, Clicks                          *float64
	Visits, Pageviews                            *float64
	VisitsFromLoyal                              *float64 // of those who came [LoyalVisitsMin] times or more
	Conversions, AssistedConversions, LastClicks *float64
	CheckoutsStarted, OrdersCompleted            *float64
	Customers, RepeatCustomers                   *float64 // RepeatCustomers bought twice or more
}

// LoyalVisitsMin is from how many visits in the period a visitor counts as loyal, unless a
// workspace sets another number. Method: own.
const LoyalVisitsMin = 5

// WebMeasures judge the Think, Do and Care stages. PageDepth is pages per visit and
// AssistedToLastClick any number of 0 or more; the others are shares of 0 to 1.
type WebMeasures struct {
	ClickThrough, PageDepth, Assisted, AssistedToLastClick          *float64
	CheckoutAbandonment, Conversion, VisitorLoyalty, RepeatPurchase *float64
}

// Measures gives what follows from the figures. Source: Kaushik, See-Think-Do-Care Winning Combo:
// Content + Marketing + Measurement, 2015; repeat purchase is the usual one of retail.
func (f WebFigures) Measures() WebMeasures {
	return WebMeasures{
		ClickThrough:        Ratio(f.Clicks, f.Impressions),
		PageDepth:           Ratio(f.Pageviews, f.Visits),
		Assisted:            Ratio(f.AssistedConversions, f.Conversions),
		AssistedToLastClick: Ratio(f.AssistedConversions, f.LastClicks),
		CheckoutAbandonment: rest(Ratio(f.OrdersCompleted, f.CheckoutsStarted)),
		Conversion:          Ratio(f.OrdersCompleted, f.Visits),
		VisitorLoyalty:      Ratio(f.VisitsFromLoyal, f.Visits),
		RepeatPurchase:      Ratio(f.RepeatCustomers, f.Customers),
	}
}
