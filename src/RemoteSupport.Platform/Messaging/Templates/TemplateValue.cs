namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>What a template can read: a tree of plain values, without any .NET object behind it (MT-5).</summary>
public abstract record TemplateValue
{
    /// <summary>The value as it is written before it is made safe for its target; empty for a list, an object and nothing.</summary>
    internal virtual string Text => "";

    /// <summary>Scriban's rule: only null and false are false; 0 and an empty text are true.</summary>
    internal virtual bool IsTrue => true;
}

/// <summary>A text; escaped wherever it is written.</summary>
public sealed record TemplateText(string Value) : TemplateValue
{
    internal override string Text => Value;
}

/// <summary>A number; written without grouping, with a point.</summary>
public sealed record TemplateNumber(decimal Value) : TemplateValue
{
    internal override string Text => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>True or false.</summary>
public sealed record TemplateFlag(bool Value) : TemplateValue
{
    internal override string Text => Value ? "true" : "false";

    internal override bool IsTrue => Value;
}

/// <summary>A list, for "for".</summary>
public sealed record TemplateList(IReadOnlyList<TemplateValue> Items) : TemplateValue;

/// <summary>Named values.</summary>
public sealed record TemplateObject(IReadOnlyDictionary<string, TemplateValue> Members) : TemplateValue;

/// <summary>Finished HTML, the content of a layout: the only value that target Html does not escape.</summary>
/// <param name="Html">What target Html writes as it is.</param>
/// <param name="Plain">What the other targets and every pipe see instead.</param>
public sealed record TemplateHtml(string Html, string Plain = "") : TemplateValue
{
    internal override string Text => Plain;
}

/// <summary>Nothing: null, and whatever the model does not have.</summary>
public sealed record TemplateNothing : TemplateValue
{
    private TemplateNothing()
    {
    }

    /// <summary>The only one.</summary>
    public static TemplateNothing Value { get; } = new();

    internal override bool IsTrue => false;
}
