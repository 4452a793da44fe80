using RemoteSupport.BrowserTests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>Something a person can see, and how to come to see it.</summary>
internal sealed record Screen(string Name, Func<Person, Stage, Task> OpenAsync)
{
    public Screen(string name, string path)
        : this(name, (person, _) => person.GoAsync(path))
    {
    }
}
