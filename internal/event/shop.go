package event

import (
	"math"
	"slices"
)

// The journeys of a shop for racing bikes, as [Generate] knows them: from each moment the ones that may
// follow with their weights, in hundredths; what is missing to a hundred is leaving.
var (
	moments     []moment
	firstMoment moment
)

// shopMoment is a row of the table below.
type shopMoment struct {
	name     string
	channels []string
	hours    float64
	next     map[string]uint64
}

var (
	online  = []string{"website"}
	talking = []string{"chat", "phone", "shop"}
)

var shop = []shopMoment{
	// See
	{"Advertisement seen", []string{"social", "video", "magazine"}, 60, map[string]uint64{"Advertisement seen": 12, "Article read": 10, "Website visited": 45}},
	{"Article read", []string{"search", "newsletter", "social"}, 40, map[string]uint64{"Article read": 15, "Website visited": 50, "Newsletter ordered": 8}},
	{"Friend told", []string{"word of mouth"}, 100, map[string]uint64{"Website visited": 60, "Shop visited": 20}},
	// Think
	{"Website visited", online, 20, map[string]uint64{"Website visited": 20, "Bikes compared": 30, "Review read": 12, "Newsletter ordered": 4, "Advice asked": 5, "Basket filled": 5}},
	{"Bikes compared", online, 1, map[string]uint64{"Bikes compared": 18, "Review read": 16, "Size guide read": 14, "Advice asked": 8, "Basket filled": 14, "Website visited": 8}},
	{"Review read", []string{"website", "search", "video"}, 2, map[string]uint64{"Review read": 20, "Bikes compared": 28, "Website visited": 14, "Test ride booked": 8}},
	{"Size guide read", online, 0.5, map[string]uint64{"Bikes compared": 25, "Advice asked": 18, "Test ride booked": 12, "Basket filled": 18}},
	{"Newsletter ordered", online, 0.2, map[string]uint64{"Newsletter read": 70, "Website visited": 10}},
	{"Newsletter read", []string{"newsletter"}, 170, map[string]uint64{"Newsletter read": 52, "Website visited": 28}},
	{"Advice asked", talking, 5, map[string]uint64{"Advice asked": 12, "Bikes compared": 22, "Test ride booked": 26, "Basket filled": 10, "Shop visited": 12}},
	{"Test ride booked", []string{"website", "phone"}, 24, map[string]uint64{"Test ride": 78, "Test ride booked": 5}},
	{"Shop visited", []string{"shop"}, 72, map[string]uint64{"Test ride": 34, "Advice asked": 16, "Order placed": 14, "Shop visited": 8}},
	{"Test ride", []string{"shop"}, 70, map[string]uint64{"Test ride": 8, "Order placed": 30, "Bikes compared": 16, "Basket filled": 16}},
	// Do
	{"Basket filled", online, 0.3, map[string]uint64{"Basket filled": 16, "Checkout begun": 52, "Bikes compared": 10}},
	{"Checkout begun", online, 0.1, map[string]uint64{"Payment failed": 8, "Order placed": 66, "Basket filled": 6, "Advice asked": 4}},
	{"Payment failed", online, 0.05, map[string]uint64{"Checkout begun": 55, "Advice asked": 14}},
	{"Order placed", []string{"website", "shop"}, 0.1, map[string]uint64{"Delivered": 72, "Collected": 22, "Order cancelled": 3}},
	{"Order cancelled", []string{"website", "phone"}, 30, map[string]uint64{"Website visited": 20}},
	{"Delivered", []string{"courier"}, 120, map[string]uint64{"Manual read": 28, "Question asked": 18, "Review written": 12, "Service booked": 24, "Returned": 4}},
	{"Collected", []string{"shop"}, 96, map[string]uint64{"Manual read": 16, "Question asked": 10, "Review written": 14, "Service booked": 38}},
	{"Returned", []string{"courier", "shop"}, 150, map[string]uint64{"Bikes compared": 30}},
	// Care
	{"Manual read", online, 10, map[string]uint64{"Question asked": 22, "Review written": 12, "Service booked": 30}},
	{"Question asked", talking, 90, map[string]uint64{"Question asked": 16, "Service booked": 26, "Review written": 8}},
	{"Review written", online, 300, map[string]uint64{"Service booked": 24, "Friend told": 6, "Website visited": 14}},
	{"Service booked", []string{"website", "phone", "shop"}, 900, map[string]uint64{"Service done": 92}},
	{"Service done", []string{"shop"}, 60, map[string]uint64{"Service booked": 48, "Website visited": 20, "Review written": 6}},
}

func init() {
	places := map[string]int{}
	for i, row := range shop {
		places[row.name] = i
	}
	follows := func(next map[string]uint64) moment {
		m := moment{total: 100}
		left := m.total
		for _, row := range shop { // in the order of the table, so that a seed always means the same
			if weight := next[row.name]; weight > 0 {
				m.next = append(m.next, follow{places[row.name], weight})
				left -= weight
			}
		}
		if left > 0 {
			m.next = append(m.next, follow{-1, left})
		}
		return m
	}
	for _, row := range shop {
		m := follows(row.next)
		m.name, m.channels, m.millis = row.name, slices.Clone(row.channels), int64(math.Round(row.hours*3600e3))
		moments = append(moments, m)
	}
	firstMoment = follows(map[string]uint64{"Advertisement seen": 40, "Article read": 22, "Friend told": 8, "Website visited": 26, "Shop visited": 4})
}
