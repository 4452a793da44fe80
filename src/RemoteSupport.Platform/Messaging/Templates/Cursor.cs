namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Goes through a source once, knows line and column, and counts every look, which is how the tests see that the time is linear.</summary>
internal sealed class Cursor(string source)
{
    private int line = 1;
    private int column = 1;

    public int At { get; private set; }

    public int Steps { get; private set; }

    public bool AtEnd => At >= source.Length;

    public Place Place => new(line, column);

    public char Look(int ahead = 0)
    {
        Steps++;
        return At + ahead < source.Length ? source[At + ahead] : '\0';
    }

    public bool Sees(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (Look(i) != text[i]) return false;
        return true;
    }

    public char Take()
    {
        var taken = Look();
        if (!AtEnd) At++;
        (line, column) = taken == '\n' ? (line + 1, 1) : (line, column + 1);
        return taken;
    }

    public string TakeMany(int count)
    {
        var start = At;
        while (At < start + count && !AtEnd) Take();
        return Since(start);
    }

    public string TakeWhile(Func<char, bool> wanted)
    {
        var start = At;
        while (!AtEnd && wanted(Look())) Take();
        return Since(start);
    }

    public string Since(int start) => source[start..At];
}
