package journey

import "math"

// LifetimeValue is what a customer brings as long as he or she stays. Margin and Acquisition are
// money per customer (0 or more), Retention is the share that stays another period (0 to 1), and
// Discount the interest per period (0 or more).
type LifetimeValue struct {
	Margin, Retention, Discount, Acquisition float64
}

// Multiple is r ÷ (1 + i − r): how many margins the whole future is worth when the first comes after
// one period. nil when r ≥ 1 + i, since the sum then has no end, and when r is no share or i ≤ −1.
// Source: Gupta & Lehmann, Customers as Assets, Journal of Interactive Marketing 17(1), 2003.
func (v LifetimeValue) Multiple() *float64 {
	if v.Retention < 0 || v.Retention > 1 || v.Discount <= -1 || v.Retention >= 1+v.Discount {
		return nil
	}
	return new(v.Retention / (1 + v.Discount - v.Retention))
}

// Value is margin × [LifetimeValue.Multiple]; nil where that is.
func (v LifetimeValue) Value() *float64 { return v.times(v.Multiple()) }

// Net is [LifetimeValue.Value] less what it cost to win the customer; nil where that is. Below 0
// winning customers costs more than they bring.
func (v LifetimeValue) Net() *float64 {
	value := v.Value()
	if value == nil {
		return nil
	}
	return new(*value - v.Acquisition)
}

// WithFirstMargin is the value when the first margin comes at once: margin × (1 + i) ÷ (1 + i − r),
// so one margin more. nil where [LifetimeValue.Value] is.
func (v LifetimeValue) WithFirstMargin() *float64 {
	value := v.Value()
	if value == nil {
		return nil
	}
	return new(*value + v.Margin)
}

// Within is the value of the first so many periods: Σ margin·rᵗ ÷ (1 + i)ᵗ for t from 1. It exists
// also where the endless one does not; nil when periods is below 0, r is no share or i ≤ −1.
func (v LifetimeValue) Within(periods int) *float64 {
	if periods < 0 || v.Retention < 0 || v.Retention > 1 || v.Discount <= -1 {
		return nil
	}
	sum := 0.0
	for t := 1; t <= periods; t++ {
		sum += math.Pow(v.Retention/(1+v.Discount), float64(t))
	}
	return new(v.Margin * sum)
}

func (v LifetimeValue) times(multiple *float64) *float64 {
	if multiple == nil {
		return nil
	}
	return new(v.Margin * *multiple)
}

// CustomerCount is how many customers there were at the start and the end of a period, and how many
// of those at the end are new.
type CustomerCount struct {
	Start, New, End float64
}

// Retention is (end − new) ÷ start, 0 to 1; nil without customers at the start, and when the counts
// contradict each other: a negative one, or more who stayed than there were. Source: Gupta & Lehmann,
// Managing Customers as Investments, 2005.
func (c CustomerCount) Retention() *float64 {
	stayed := c.End - c.New
	if c.Start <= 0 || c.New < 0 || stayed < 0 || stayed > c.Start {
		return nil
	}
	return new(stayed / c.Start)
}

// Churn is 1 − retention, 0 to 1; nil where [CustomerCount.Retention] is.
func (c CustomerCount) Churn() *float64 { return rest(c.Retention()) }

// ExpectedLifetime is 1 ÷ churn: how many periods a customer stays on average, 1 or more, when
// everybody is as likely to leave in every period. nil when nobody left, or without retention.
func (c CustomerCount) ExpectedLifetime() *float64 { return Ratio(new(1.0), c.Churn()) }
