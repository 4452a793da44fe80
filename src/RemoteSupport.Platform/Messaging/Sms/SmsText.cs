using System.Text;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>How a text message's characters go over the air.</summary>
public enum SmsEncoding
{
    /// <summary>GSM 03.38's own alphabet, seven bits a character: 160 in a message of one part.</summary>
    Gsm7,

    /// <summary>Sixteen bits a character: 70 in a message of one part.</summary>
    Ucs2,
}

/// <summary>What a text costs as an SMS: its encoding, and in how many parts it travels.</summary>
public sealed record SmsText
{
    // In a message of several parts each gives six bytes to the header that puts them together again.
    private static readonly (int Alone, int Joined) Septets = (160, 153);
    private static readonly (int Alone, int Joined) Units = (70, 67);

    private SmsText(string text, Rune? outside)
    {
        (Text, FirstOutsideGsm7) = (text, outside);
        var sizes = text.EnumerateRunes().Select(rune => outside is null ? GsmAlphabet.SeptetsOf(rune) : rune.Utf16SequenceLength).ToArray();
        Length = sizes.Sum();
        Segments = SegmentsOf(sizes, outside is null ? Septets : Units);
    }

    /// <summary>The text as it is sent: letters and their accents joined, which keeps many a text within GSM-7.</summary>
    public string Text { get; }

    /// <summary>UCS-2 as soon as one character is not in GSM-7's alphabet.</summary>
    public SmsEncoding Encoding => FirstOutsideGsm7 is null ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;

    /// <summary>How many parts are paid for; 0 for no text at all.</summary>
    public int Segments { get; }

    /// <summary>In GSM-7 septets (€ [ ] { } \ ^ ~ | take two), in UCS-2 units of 16 bits (an emoji takes two).</summary>
    public int Length { get; }

    /// <summary>The first character that GSM-7 lacks, the one to replace in order to make the message cheaper; null within GSM-7.</summary>
    public Rune? FirstOutsideGsm7 { get; }

    /// <summary>Measures a text.</summary>
    public static SmsText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var joined = Security.WellFormed.Text(text).Normalize(NormalizationForm.FormC);
        return new(joined, joined.EnumerateRunes().Where(rune => GsmAlphabet.SeptetsOf(rune) == 0).Select(rune => (Rune?)rune).FirstOrDefault());
    }

    /// <summary>A character that takes two places is never cut in half, so a part may end one place early.</summary>
    private static int SegmentsOf(int[] sizes, (int Alone, int Joined) limit)
    {
        if (sizes.Length == 0) return 0;
        if (sizes.Sum() <= limit.Alone) return 1;
        var (segments, used) = (1, 0);
        foreach (var size in sizes)
        {
            if (used + size > limit.Joined) (segments, used) = (segments + 1, 0);
            used += size;
        }

        return segments;
    }
}
