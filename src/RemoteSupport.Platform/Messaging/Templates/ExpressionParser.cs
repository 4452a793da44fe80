using System.Globalization;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Reads pipes and conditions. Whatever does not fit is reported and answered with null.</summary>
internal sealed class ExpressionParser(TokenReader reader, ValueParser values)
{
    public OutputNode? Output(Place place)
    {
        if (values.Value() is not { } value) return null;
        var pipes = new List<Pipe>();
        while (reader.TakeSymbol("|"))
        {
            if (ReadPipe() is not { } pipe) return null;
            pipes.Add(pipe);
        }

        return new(place, value, pipes);
    }

    public Condition? Condition()
    {
        var groups = new List<IReadOnlyList<Test>>();
        do
        {
            var tests = new List<Test>();
            do
            {
                if (ReadTest() is not { } test) return null;
                tests.Add(test);
            }
            while (reader.TakeSymbol("&&"));
            groups.Add(tests);
        }
        while (reader.TakeSymbol("||"));
        return new(groups);
    }

    private Test? ReadTest()
    {
        if (ReadTerm() is not { } left) return null;
        var equal = reader.TakeSymbol("==");
        if (!equal && !reader.TakeSymbol("!=")) return new(left, true, null);
        return ReadTerm() is { } right ? new(left, equal, right) : null;
    }

    private Term? ReadTerm()
    {
        var negations = 0;
        while (reader.TakeSymbol("!")) negations++;
        return values.Value() is { } operand ? new(operand, negations) : null;
    }

    private Pipe? ReadPipe()
    {
        if (!reader.Is(TokenKind.Word) || !Pipe.Names.Contains(reader.Current.Text))
        {
            reader.Refuse("Messages have no function “{0}”; they have {1}.", string.Join(", ", Pipe.Names));
            return null;
        }

        var name = reader.Take().Text;
        if (name != Pipe.Truncate) return new(name);
        if (reader.Is(TokenKind.Number) && int.TryParse(reader.Current.Text, CultureInfo.InvariantCulture, out var length) && length >= 0)
        {
            reader.Take();
            return new(name, length);
        }

        reader.Refuse("A whole number was expected here, not “{0}”.");
        return null;
    }
}
