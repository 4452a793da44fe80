using System.Globalization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Localization;

/// <summary>The expressions of <c>Plural-Forms</c>: C's operators on the count <c>n</c>, with C's precedence.</summary>
internal sealed partial class PluralExpression
{
    /// <summary>Loosest first; the operators of one level are read from left to right.</summary>
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly Queue<string> tokens;

    private PluralExpression(IEnumerable<string> tokens) => this.tokens = new(tokens);

    /// <exception cref="FormatException">Not an expression of this kind.</exception>
    public static Func<long, long> Parse(string text)
    {
        var expression = new PluralExpression(Token().Matches(text).Select(match => match.Value).Where(token => token.Trim().Length > 0));
        var value = expression.Choice();
        if (expression.tokens.TryPeek(out var rest))
            throw Unexpected(rest);
        return value;
    }

    private Func<long, long> Choice()
    {
        var condition = Binary(0);
        if (!Take("?"))
            return condition;
        var then = Choice();
        Expect(":");
        var otherwise = Choice();
        return n => condition(n) != 0 ? then(n) : otherwise(n);
    }

    private Func<long, long> Binary(int level)
    {
        if (level == Levels.Length)
            return Unary();
        var left = Binary(level + 1);
        while (tokens.TryPeek(out var sign) && Levels[level].Contains(sign))
        {
            tokens.Dequeue();
            left = Joined(sign, left, Binary(level + 1));
        }
        return left;
    }

    private Func<long, long> Unary()
    {
        if (Take("!"))
        {
            var negated = Unary();
            return n => negated(n) == 0 ? 1 : 0;
        }
        if (Take("("))
        {
            var inner = Choice();
            Expect(")");
            return inner;
        }
        if (Take("n"))
            return n => n;
        return tokens.TryDequeue(out var token) && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? _ => number
            : throw Unexpected(token);
    }

    private static Func<long, long> Joined(string sign, Func<long, long> left, Func<long, long> right) => sign switch
    {
        "||" => n => left(n) != 0 || right(n) != 0 ? 1 : 0,
        "&&" => n => left(n) != 0 && right(n) != 0 ? 1 : 0,
        "==" => n => left(n) == right(n) ? 1 : 0,
        "!=" => n => left(n) != right(n) ? 1 : 0,
        "<" => n => left(n) < right(n) ? 1 : 0,
        ">" => n => left(n) > right(n) ? 1 : 0,
        "<=" => n => left(n) <= right(n) ? 1 : 0,
        ">=" => n => left(n) >= right(n) ? 1 : 0,
        "+" => n => left(n) + right(n),
        "-" => n => left(n) - right(n),
        "*" => n => left(n) * right(n),
        "/" => n => left(n) / NotZero(right(n)),
        _ => n => left(n) % NotZero(right(n)),
    };

    private static long NotZero(long divisor) => divisor != 0 ? divisor : throw new FormatException("Plural-Forms divides by zero.");

    private bool Take(string token)
    {
        if (!tokens.TryPeek(out var next) || next != token)
            return false;
        tokens.Dequeue();
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
            throw Unexpected(tokens.TryPeek(out var next) ? next : null);
    }

    private static FormatException Unexpected(string? token) =>
        new(token is null ? "The expression of Plural-Forms ends too early." : $"\"{token}\" is not expected in Plural-Forms.");

    [GeneratedRegex(@"\|\||&&|[=!<>]=|[0-9]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
