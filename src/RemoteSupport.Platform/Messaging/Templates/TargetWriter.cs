using System.Text;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>Makes what is written safe for where it will stand, and stops at the budget's length.</summary>
internal sealed class TargetWriter(TemplateTarget target, Spending spending)
{
    private readonly StringBuilder output = new();

    public string Result => output.ToString();

    /// <summary>The template's own text.</summary>
    public void WriteOwn(string text)
    {
        if (target == TemplateTarget.Html) Append(text);
        else WriteSafely(text);
    }

    public void WriteValue(TemplateValue value)
    {
        if (target == TemplateTarget.Html && value is TemplateHtml html) Append(html.Html);
        else WriteSafely(value.Text);
    }

    private void WriteSafely(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (target == TemplateTarget.Html) WriteInHtml(text[i]);
            else if (target == TemplateTarget.Subject) WriteInHeader(text, i);
            else if (IsPlain(text[i])) Append(text[i]);
        }
    }

    private void WriteInHtml(char letter)
    {
        switch (letter)
        {
            case '&': Append("&amp;"); break;
            case '<': Append("&lt;"); break;
            case '>': Append("&gt;"); break;
            case '"': Append("&quot;"); break;
            case '\'': Append("&#39;"); break;
            default: if (IsPlain(letter)) Append(letter); break;
        }
    }

    private void WriteInHeader(string text, int i)
    {
        if (TurnsTextAround(text[i]) || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')) return;
        Append(char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029' ? ' ' : text[i]);
    }

    private static bool IsPlain(char letter) => letter is '\n' or '\t' || !(char.IsControl(letter) || TurnsTextAround(letter));

    /// <summary>Controls of direction make "gpj.exe" of "exe.jpg"; none of our languages needs them.</summary>
    private static bool TurnsTextAround(char letter) => letter is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f' or '\u061c';

    private void Append(string text)
    {
        spending.Written(output.Length + text.Length);
        output.Append(text);
    }

    private void Append(char letter)
    {
        spending.Written(output.Length + 1);
        output.Append(letter);
    }
}
