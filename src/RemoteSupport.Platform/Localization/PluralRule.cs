using System.Globalization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Localization;

/// <summary>Which of a language's forms a count takes, by the <c>Plural-Forms</c> of a file's header.</summary>
internal sealed partial class PluralRule
{
    private const int Tried = 1000;

    private readonly Func<long, long> formOf;

    private PluralRule(int count, Func<long, long> formOf) => (Count, this.formOf) = (count, formOf);

    /// <summary>gettext's own rule for a file that states none.</summary>
    public static PluralRule Default { get; } = Parse("nplurals=2; plural=(n != 1);");

    public int Count { get; }

    /// <exception cref="FormatException">No rule, or one that gives a number which is no form.</exception>
    public static PluralRule Parse(string text)
    {
        var parts = Shape().Match(text);
        if (!parts.Success)
            throw new FormatException($"Plural-Forms is \"nplurals=…; plural=…;\", not \"{text}\".");
        var count = int.Parse(parts.Groups[1].Value, CultureInfo.InvariantCulture);
        var rule = new PluralRule(count, PluralExpression.Parse(parts.Groups[2].Value));
        rule.Try();
        return rule;
    }

    /// <summary>The number of the form for a count.</summary>
    public int FormOf(long count) => (int)formOf(Math.Abs(count));

    private void Try()
    {
        for (var count = 0; count <= Tried; count++)
        {
            if (formOf(count) is var form && (form < 0 || form >= Count))
                throw new FormatException($"Plural-Forms gives form {form} for {count}, there are {Count}.");
        }
    }

    [GeneratedRegex(@"^\s*nplurals\s*=\s*([1-8])\s*;\s*plural\s*=\s*([^;]+?)\s*;?\s*$")]
    private static partial Regex Shape();
}
