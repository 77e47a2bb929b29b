package journey

// NormaliseEmotion brings an answer on a scale of 1 to points to −1…+1, with 0 in the middle: (x − 5) ÷ 4
// for nine points. For the Self-Assessment Manikin of 5, 7 or 9 points. nil when points is below 2 or the
// answer is off the scale. Source: Bradley & Lang, Measuring Emotion: The Self-Assessment Manikin and the
// Semantic Differential, 1994.
func NormaliseEmotion(answer float64, points int) *float64 {
	if points < 2 || answer < 1 || answer > float64(points) {
		return nil
	}
	half := float64(points-1) / 2
	return new((answer - 1 - half) / half)
}

// NormaliseValence brings a valence of −2…+2 to −1…+1. Method: own.
func NormaliseValence(valence float64) float64 { return valence / 2 }

// WheelEmotion is one emotion chosen on an emotion wheel: pleasant or not, and how strong, 1 to 5.
type WheelEmotion struct {
	Name      string
	Pleasant  bool
	Intensity float64
}

const wheelIntensityMax = 5

// WheelNet sums the chosen emotions of a wheel up to −1…+1: the mean of their intensities over 5, those
// of unpleasant ones below 0. nil when none was chosen. Source of the wheel: Scherer 2005, Social Science
// Information 44(4); Scherer, Shuman, Fontaine & Soriano 2013. The sum is own.
func WheelNet(chosen []WheelEmotion) *float64 {
	if len(chosen) == 0 {
		return nil
	}
	sum := 0.0
	for _, e := range chosen {
		if e.Pleasant {
			sum += e.Intensity
		} else {
			sum -= e.Intensity
		}
	}
	return new(sum / (wheelIntensityMax * float64(len(chosen))))
}

// EmotionBalance counts valences by their sign.
type EmotionBalance struct {
	Positive, Negative, Neutral int
}

// BalanceEmotions counts valences of −2…+2. Method: own.
func BalanceEmotions(felt []int) EmotionBalance {
	var b EmotionBalance
	for _, v := range felt {
		switch {
		case v > 0:
			b.Positive++
		case v < 0:
			b.Negative++
		default:
			b.Neutral++
		}
	}
	return b
}

// Net is the percentage positive less the percentage negative, −100 to 100; nil without emotions.
// Method: own, as the recommendation score does.
func (b EmotionBalance) Net() *float64 {
	n := b.Positive + b.Negative + b.Neutral
	if n == 0 {
		return nil
	}
	return new(100 * float64(b.Positive-b.Negative) / float64(n))
}
