using System.Text;
using RemoteSupport.Platform.Messaging.Sms;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Sms;

[Trait("Behaviour", "MT-2")]
public sealed class SmsTextTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("Hello", 5, 1)]
    [InlineData("Perché è così? Può già più.\r\nMañana", 35, 1)]
    [InlineData("Größe: 5 €", 11, 1)]
    [InlineData("[x]{y}\\^~|", 18, 1)]
    public void Text_in_the_alphabet_of_GSM_takes_one_place_a_character_and_two_for_the_extension(string text, int length, int segments)
    {
        var sms = SmsText.Of(text);
        Assert.Equal((SmsEncoding.Gsm7, length, segments, null), (sms.Encoding, sms.Length, sms.Segments, sms.FirstOutsideGsm7));
    }

    [Theory]
    [InlineData("¿Cuándo?", "á")]
    [InlineData("Ça va", null)]
    [InlineData("ça va", "ç")]
    [InlineData("“Hello” – í", "“")]
    [InlineData("Danke 🙂 für", "🙂")]
    [InlineData("PERCHÈ", "È")]
    [InlineData("a\tb", "\t")]
    public void One_character_outside_makes_it_UCS_2_and_the_first_such_is_named(string text, string? first)
    {
        var sms = SmsText.Of(text);
        Assert.Equal(first is null ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2, sms.Encoding);
        Assert.Equal(first, sms.FirstOutsideGsm7?.ToString());
    }

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('á', 70, 1)]
    [InlineData('á', 71, 2)]
    [InlineData('á', 134, 2)]
    [InlineData('á', 135, 3)]
    [InlineData('€', 80, 1)]
    [InlineData('€', 81, 2)]
    public void Parts_of_a_longer_message_hold_153_or_67(char character, int times, int segments) =>
        Assert.Equal(segments, SmsText.Of(new string(character, times)).Segments);

    [Fact]
    public void A_character_of_two_places_is_not_cut_in_half()
    {
        // Each pair is equally long; in the second one the first part has one place left where two are needed.
        Assert.Equal(2, SmsText.Of(new string('a', 153) + "€" + new string('a', 151)).Segments);
        Assert.Equal(3, SmsText.Of(new string('a', 152) + "€" + new string('a', 152)).Segments);
        Assert.Equal(2, SmsText.Of(new string('á', 67) + "🙂" + new string('á', 65)).Segments);
        Assert.Equal(3, SmsText.Of(new string('á', 66) + "🙂" + new string('á', 66)).Segments);
    }

    [Fact]
    public void An_accent_written_apart_is_joined_to_its_letter()
    {
        var sms = SmsText.Of("perche\u0301".Normalize(NormalizationForm.FormD));
        Assert.Equal(("perché", SmsEncoding.Gsm7, 6), (sms.Text, sms.Encoding, sms.Length));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_counted_and_does_not_throw() =>
        Assert.Equal(SmsEncoding.Ucs2, SmsText.Of("a\ud83d").Encoding);
}
